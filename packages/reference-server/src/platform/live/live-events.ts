import type { ServerResponse } from 'node:http'
import type { StreamRequest } from './stream-handler.ts'
import type { Caller } from '../contracts/caller.ts'
import type { Heartbeat } from './heartbeat.ts'
import type { LiveHub } from './live-hub.ts'
import type { Listener } from './organization-stream.ts'

const maxUnreadBytes = 1024 * 1024

/** One page's event stream (HTML Living Standard, section 9.2). */
class StreamListener implements Listener {
  readonly caller: Caller
  readonly #response: ServerResponse

  constructor(response: ServerResponse, caller: Caller) {
    this.#response = response
    this.caller = caller
  }

  send(message: Buffer, cursor: string): void {
    if (this.#response.writableEnded) return
    if (this.#response.writableLength > maxUnreadBytes) return void this.#response.destroy()
    this.#response.write(`id: ${cursor}\ndata: ${message.toString('utf8')}\n\n`)
  }

  /** Event streams have no close codes: the page requests the stream again, and is refused if its session has ended. */
  close(): void {
    this.#response.end()
  }

  beat(): void {
    if (!this.#response.writableEnded) this.#response.write(':\n\n')
  }
}

/**
 * The same messages as server-sent events, for networks that block WebSockets. Written to the raw response: a Koa stream needs twice the
 * memory per connection. A stream may outlive the access token that opened it, but not its session.
 */
export const createLiveEvents =
  ({
    hub,
    heartbeat,
    maxStreams,
  }: {
    readonly hub: LiveHub
    readonly heartbeat: Heartbeat
    readonly maxStreams: number
  }) =>
  ({ caller, response, lastEventId }: StreamRequest): void => {
    if (hub.listenerCount >= maxStreams) {
      response.writeHead(503, { 'retry-after': '5' }).end()
      return
    }
    if (hub.isFull(caller)) {
      response.writeHead(429, { 'retry-after': '30' }).end()
      return
    }
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' })
    const listener = new StreamListener(response, caller)
    const stopBeating = heartbeat.add(listener)
    response.on('close', () => {
      stopBeating()
      hub.leave(listener)
    })
    response.on('error', () => undefined)
    hub.join(listener)
    if (lastEventId !== null) hub.resume(listener, lastEventId)
  }
