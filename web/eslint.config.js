import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import vue from 'eslint-plugin-vue';
import typescript from 'typescript-eslint';

const noVue = {
  'no-restricted-imports': [
    'error',
    {
      paths: [{ name: 'vue', message: 'Vue draws panels; this folder outlives it.' }],
      patterns: [
        { group: ['*.vue', '**/panels/**', '**/controls/**'], message: 'Look down only.' },
      ],
    },
  ],
};

export default typescript.config(
  { ignores: ['node_modules'] },
  js.configs.recommended,
  ...typescript.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
  },
  {
    rules: {
      'no-undef': 'off',
      'max-lines': ['error', 500],
      eqeqeq: 'error',
      'no-console': 'error',
      'vue/no-v-html': 'error',
      'vue/no-static-inline-styles': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
    },
  },
  {
    files: ['src/{map,live,protocol,api,state,text,theme}/**/*.ts'],
    rules: noVue,
  },
  {
    files: ['tests/**', '*.js', '*.ts'],
    rules: { 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  prettier,
);
