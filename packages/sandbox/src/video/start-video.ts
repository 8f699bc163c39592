import { randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { bundleCallMachine } from './bundle-call-machine.ts'
import { serveCallSocket } from './call-socket.ts'
import { createDailyRest, type ReceivedRequest, type RestFault } from './daily-rest.ts'
import { Meetings } from './meetings.ts'
import type { DailyMode, Room } from './rooms.ts'
import { Webhooks, type Webhook } from './webhooks.ts'

export interface StartVideoOptions {
  /** 0 picks a free port. */
  readonly port: number
  /** Default: a new random one. */
  readonly apiKey?: string
  readonly domainId?: string
  /** Default `hipaa`: a domain with the Healthcare add-on, as visits with patients need. */
  readonly mode?: DailyMode
  /** The address at which others reach this server, when it is not 127.0.0.1. */
  readonly publicUrl?: string
  /** Receives every event from the start, without the test request that the REST API would send first. */
  readonly webhook?: { readonly url: string; readonly hmac?: string }
}

export interface SimulatedDaily {
  readonly url: string
  /** Base of the REST API. */
  readonly apiBase: string
  readonly apiKey: string
  readonly domainId: string
  readonly mode: DailyMode
  /** The folder for daily-js's `bundlePathOverride`. */
  readonly callMachineUrl: string
  readonly webhook: Webhook | null
  readonly rooms: ReadonlyMap<string, Room>
  readonly meetings: Meetings
  readonly webhooks: Webhooks
  /** Every REST request so far. */
  readonly received: readonly ReceivedRequest[]
  /** The given number of REST requests get this status instead of a response; with `answer-lost` they take effect first. */
  failNext(times: number, status: RestFault['status'], more?: Omit<RestFault, 'status'>): void
  /** Cancels what is left of `failNext`. */
  clearFaults(): void
  /** Settings of the account, as its owner sets them in Daily's dashboard. `undefined` removes one. */
  setAccount(settings: Readonly<Record<string, unknown>>): void
  /** From now on, the response to a request that created a room waits until `hold` resolves. */
  holdAnswerOfRooms(hold: (room: Room) => Promise<void>): void
  stop(): Promise<void>
}

/**
 * Daily without Daily: its REST API, its webhooks, and a call machine that the real daily-js loads and that connects the browsers of a room
 * by WebRTC. For the demonstration and for tests. It simulates the vendor, so other packages reach it over the network only.
 */
export const startVideo = async (options: StartVideoOptions): Promise<SimulatedDaily> => {
  const apiKey = options.apiKey ?? randomBytes(32).toString('hex')
  const domainId = options.domainId ?? randomUUID()
  const bundle = await bundleCallMachine()
  const rooms = new Map<string, Room>()
  const webhooks = new Webhooks()
  const meetings = new Meetings(rooms, webhooks, domainId, apiKey)
  const received: ReceivedRequest[] = []
  const faults: RestFault[] = []
  const account: Record<string, unknown> = {}
  const mode = options.mode ?? 'hipaa'
  let onRoomMade = async (_room: Room): Promise<void> => undefined
  const webhook = options.webhook ? webhooks.add(options.webhook.url, undefined, options.webhook.hmac) : null
  let rest: ReturnType<typeof createDailyRest> | null = null

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://sandbox')
    const fail = (): void => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' })
      response.end('{"error":"server-error"}')
    }
    if (url.pathname.startsWith('/v1/') && rest) return void rest(request, response, url).catch(fail)
    if (url.pathname === '/call-machine/call-machine-object-bundle.js') {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' })
      return response.end(bundle)
    }
    response.writeHead(404, { 'content-type': 'text/plain' })
    response.end('Nothing here. REST API: /v1. Call machine: /call-machine.')
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024 })
  server.on('upgrade', (request, socket, head) => {
    if (new URL(request.url ?? '/', 'http://sandbox').pathname !== '/call') return socket.destroy()
    sockets.handleUpgrade(request, socket, head, (webSocket) => serveCallSocket(webSocket, meetings))
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const url = (options.publicUrl ?? `http://127.0.0.1:${(server.address() as AddressInfo).port}`).replace(/\/$/, '')
  rest = createDailyRest({
    mode,
    onRoomMade: (room) => onRoomMade(room),
    apiKey,
    domain: 'sandbox',
    domainId,
    account,
    roomBase: url,
    rooms,
    meetings,
    webhooks,
    received,
    faults,
  })

  return {
    url,
    apiBase: `${url}/v1`,
    apiKey,
    domainId,
    mode,
    callMachineUrl: `${url}/call-machine`,
    webhook,
    rooms,
    meetings,
    webhooks,
    received,
    failNext: (times, status, more) => {
      for (let time = 0; time < times; time += 1) faults.push({ status, ...more })
    },
    setAccount: (settings) => void Object.assign(account, settings),
    clearFaults: () => void faults.splice(0),
    holdAnswerOfRooms: (hold) => {
      onRoomMade = hold
    },
    stop: async () => {
      meetings.stop()
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await webhooks.settled()
    },
  }
}
