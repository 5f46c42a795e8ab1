import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{lake,schemas,seed,site,studio,test,bench}/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
