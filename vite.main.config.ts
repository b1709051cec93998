// Builds the main process into dist/main as ES modules.
import { defineConfig } from 'vite'

export default defineConfig({
  publicDir: false,
  // What the packed app has in its node_modules stays there; the sandbox's form parser is not in it.
  ssr: { target: 'node', external: true, noExternal: ['@fastify/busboy'] },
  build: {
    ssr: 'electron/main.ts',
    outDir: 'dist/main',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      output: { format: 'es', entryFileNames: 'main.js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
})
