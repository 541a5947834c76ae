import { createApp } from 'vue';
import App from './App.vue';
import { readAddress } from './state/address';
import { preferences } from './state/preferences';
import './theme/tokens.css';
import './theme/base.css';

preferences.start(readAddress(location.search));
createApp(App).mount('#app');
