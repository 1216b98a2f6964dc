// electron-builder's hook, once a platform's folder is laid out and before it is signed.
export { setFuses as default } from './src/packaging/set-fuses.ts';
