import { createApp } from 'vue';
import App from './App.vue';
import { readAddress } from './state/address';
import { startPlace } from './state/place';
import { preferences } from './state/preferences';
import { provideChineseFont } from './theme/fonts';
import './theme/tokens.css';
import './theme/base.css';
import './theme/wall.css';
import './theme/forced.css';

startPlace();
preferences.start(readAddress(location.search));
void provideChineseFont();
createApp(App).mount('#app');
