import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{lake,schemas,seed,site,start,studio,test,bench}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/globalSetup.ts'],
    testTimeout: 30_000,
    hookTimeout: 240_000,
  },
})
