import { chromium, type Browser } from 'playwright'
import { findBrowser } from './find-browser.ts'

/** A browser with a pretended camera and microphone, in which two people on one machine can call each other. */
export const launchCallBrowser = async (...more: readonly string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: await findBrowser(),
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--allow-loopback-in-peer-connection',
      ...more,
    ],
  })
