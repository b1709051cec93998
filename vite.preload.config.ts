// Builds the preload into one CommonJS file, because a sandboxed preload cannot be an ES module.
import { defineConfig } from 'vite'

export default defineConfig({
  publicDir: false,
  build: {
    lib: { entry: 'electron/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    outDir: 'dist/preload',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      external: ['electron'],
      output: { codeSplitting: false },
    },
  },
})
