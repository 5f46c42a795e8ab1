import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{lake,schemas,seed,site,start,studio,test,bench}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/globalSetup.ts'],
    testTimeout: 60_000,
    expect: {poll: {timeout: 20_000, interval: 100}},
    hookTimeout: 240_000,
    // For machines whose load nobody knows: a test that needed it is named in the report.
    retry: Number(process.env['LECTERN_RETRY'] ?? 0),
  },
})
