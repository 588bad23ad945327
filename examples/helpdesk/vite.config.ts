import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // The paths in index.html are relative, so that any server can serve the built page from any folder.
  base: './',
});
