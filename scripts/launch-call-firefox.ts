import type { Browser } from 'playwright'
// Playwright 1.65 sends a command that Firefox ESR does not know (`emulation.setMediaFeaturesOverride`), and opens no page in it.
import { firefox } from 'playwright-core-firefox'
import { findFirefox } from './find-firefox.ts'

/**
 * The installed Firefox with a pretended camera and microphone, for calls on one machine. It gives the devices to every page: a context
 * must not ask for `permissions`, which it does not know.
 */
export const launchCallFirefox = async (): Promise<Browser> => {
  const browser = await firefox.launch({
    // Through WebDriver BiDi: Playwright's own protocol needs its own build.
    channel: 'moz-firefox',
    executablePath: await findFirefox(),
    firefoxUserPrefs: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'media.autoplay.default': 0,
      'media.peerconnection.ice.loopback': true,
      'media.peerconnection.ice.obfuscate_host_addresses': false,
    },
  })
  // Of another version of Playwright, with the same methods.
  return browser as unknown as Browser
}
