import { cdp } from 'vitest/browser'

interface Network {
  send(method: 'Network.enable'): Promise<unknown>
  send(method: 'Network.setBlockedURLs', options: { urls: string[] }): Promise<unknown>
}

/** Blocks requests for these modules, as without a connection; call it without arguments to unblock. Loaded modules stay loaded. */
export const blockModules = async (...files: string[]): Promise<void> => {
  const network = cdp() as Network
  await network.send('Network.enable')
  await network.send('Network.setBlockedURLs', { urls: files.map((file) => `*/${file}*`) })
}
