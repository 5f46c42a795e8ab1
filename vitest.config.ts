import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['test/support/globalSetup.ts'],
    expect: {poll: {timeout: 20_000, interval: 100}},
    hookTimeout: 240_000,
    // For machines whose load nobody knows: a test that needed it is named in the report.
    retry: Number(process.env['LECTERN_RETRY'] ?? 0),
    projects: [
      {
        extends: true,
        test: {
          name: 'files',
          include: ['{builds,connection,lake,schemas,seed,site,start,studio,test,bench}/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**'],
          testTimeout: 60_000,
          // Vitest leaves one core free by itself, which is half of a small machine.
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/*.test.ts'],
          testTimeout: 300_000,
          // One browser at a time, and nothing beside it: a Studio that has to wait is what makes such tests fail.
          maxWorkers: 1,
          sequence: {groupOrder: 1},
        },
      },
    ],
  },
})
