import { defineConfig } from 'vitest/config'
import { playwright } from '@vitest/browser-playwright'
import { chooseVariants } from './scripts/choose-variants.ts'
import { findBrowser } from './scripts/find-browser.ts'
import { recordTests } from './scripts/record-tests.ts'
import { useMemoryForTemporaryFiles } from './scripts/use-memory-for-temporary-files.ts'
import { compiledSources } from './scripts/processes.ts'

/** A wait that succeeds ends at once. Limits are for what hangs: a test may take ten times as long on a machine with much else to do. */
const patience = { expect: { poll: { timeout: 20_000 } } }

/** Of elements, at one time. Most of a test is waiting for the page to become idle. */
const pages = 5

/**
 * Four kinds of test: code under Node, elements in a real browser, whole servers with every role, and journeys of people through all of it.
 * Journeys use video and run one at a time.
 */
export default defineConfig(async () => {
  useMemoryForTemporaryFiles()
  chooseVariants(import.meta.dirname)
  // For the processes that tests start.
  process.env['NODE_COMPILE_CACHE'] ??= compiledSources
  const executablePath = await findBrowser()
  return {
    test: {
      // `npm test` keeps what the report of controls is made from.
      ...(process.env['RECORD_TESTS'] === undefined ? {} : { reporters: ['default' as const, recordTests()] }),
      projects: [
        {
          test: {
            ...patience,
            name: 'node',
            include: [
              'packages/{contract,sdk,reference-server,sandbox}/**/*.test.ts',
              'scripts/**/*.test.ts',
              'bench/**/*.test.ts',
            ],
            exclude: ['**/node_modules/**', '**/dist/**'],
            globalSetup: ['./scripts/start-postgres.ts'],
            maxWorkers: 3,
            // The files of a worker share the modules that they load. No module keeps state from one file to another, and global stubs are
            // restored.
            isolate: false,
            restoreMocks: true,
            unstubGlobals: true,
            testTimeout: 180_000,
            hookTimeout: 240_000,
          },
        },
        {
          // A dependency that is discovered late reloads the page in the middle of a test.
          optimizeDeps: {
            include: [
              'lit',
              'lit/async-directive.js',
              'lit/directives/ref.js',
              'lit/directives/repeat.js',
              'lit/static-html.js',
              'axe-core',
              'fast-check',
              'react',
              'react-dom/client',
            ],
          },
          test: {
            ...patience,
            name: 'elements',
            include: ['packages/elements/**/*.test.ts'],
            exclude: ['**/node_modules/**', '**/dist/**'],
            setupFiles: ['packages/elements/test/set-page-clock.ts', 'packages/elements/test/use-own-camera.ts'],
            env: {
              TEST_AT: process.env['TEST_AT'] ?? '',
              TEST_VARIANTS: process.env['TEST_VARIANTS'] ?? 'all',
              TEST_SAMPLES: process.env['TEST_SAMPLES'] ?? 'all',
            },
            testTimeout: 90_000,
            maxWorkers: pages,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({
                launchOptions: {
                  executablePath,
                  args: [
                    `--use-fake-device-for-media-stream=device-count=${pages + 2}`,
                    '--use-fake-ui-for-media-stream',
                    '--allow-loopback-in-peer-connection',
                    '--disable-background-networking',
                    '--disable-component-update',
                    '--disable-sync',
                  ],
                },
                contextOptions: { permissions: ['camera', 'microphone'] },
              }),
              instances: [{ browser: 'chromium' as const }],
            },
          },
        },
        {
          test: {
            ...patience,
            name: 'servers',
            include: ['tests/**/*.test.ts'],
            exclude: ['tests/*-journey.test.ts'],
            globalSetup: ['./scripts/start-postgres.ts'],
            maxWorkers: 2,
            // As those of Node.
            isolate: false,
            restoreMocks: true,
            unstubGlobals: true,
            testTimeout: 180_000,
            hookTimeout: 240_000,
          },
        },
        {
          test: {
            ...patience,
            name: 'journeys',
            include: ['tests/*-journey.test.ts'],
            globalSetup: ['./scripts/start-postgres.ts', './tests/prepare-demo.setup.ts'],
            fileParallelism: false,
            // The files share the process of their demos and the browser.
            isolate: false,
            testTimeout: 180_000,
            hookTimeout: 240_000,
          },
        },
      ],
    },
  }
})
