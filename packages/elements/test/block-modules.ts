import { cdp } from 'vitest/browser'

interface Network {
  send(method: 'Network.enable'): Promise<unknown>
  send(method: 'Network.setBlockedURLs', options: { urls: string[] }): Promise<unknown>
}

/** Requests for these modules come to nothing, as without a connection, until none is named. What has been fetched stays. */
export const blockModules = async (...files: string[]): Promise<void> => {
  const network = cdp() as Network
  await network.send('Network.enable')
  await network.send('Network.setBlockedURLs', { urls: files.map((file) => `*/${file}*`) })
}
