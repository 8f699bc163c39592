import type { BrowserContext } from 'playwright'
import { startLossyPath, type Relay, type UdpPath } from './relay.testing.ts'

declare global {
  interface Window {
    /** The connections of the page to other browsers. */
    connectionsMade?: RTCPeerConnection[]
  }
}

/** Everything that the browser sends to others goes through this path to the relay. */
export const behindFirewall = async (context: BrowserContext, relay: Relay): Promise<UdpPath> => {
  const path = await startLossyPath(relay.port, 0)
  await context.addInitScript(
    ({ from, to }) => {
      const { RTCPeerConnection: Real } = window
      const made: RTCPeerConnection[] = []
      window.connectionsMade = made
      const through = ({ iceServers = [], ...more }: RTCConfiguration = {}): RTCConfiguration => ({
        ...more,
        iceTransportPolicy: 'relay',
        iceServers: iceServers.map(({ urls, ...rest }) => ({
          ...rest,
          urls: [urls].flat().map((url) => url.replace(`:${from}`, `:${to}`)),
        })),
      })
      window.RTCPeerConnection = class extends Real {
        constructor(configuration?: RTCConfiguration) {
          super(through(configuration))
          made.push(this)
        }
        override setConfiguration(configuration?: RTCConfiguration): void {
          super.setConfiguration(through(configuration))
        }
      }
    },
    { from: relay.port, to: path.port },
  )
  return path
}
