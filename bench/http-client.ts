import { connect, type Socket } from 'node:net'

export interface BenchResponse {
  readonly status: number
  /** Empty unless the caller wants it. */
  readonly body: Buffer
}

/** A request without a response after this time has failed. Milliseconds. */
const responseTimeoutMs = 30_000
const readBufferBytes = 32 * 1024
const noBytes = Buffer.alloc(0)
const headEndBytes = Buffer.from('\r\n\r\n')

export type OnResponse = (error: Error | null, status: number, body: Buffer, head: string) => void

/** Whether the body of a response with this status is read. */
export type WantsBody = (status: number) => boolean
const always: WantsBody = () => true

interface Waiting {
  readonly onResponse: OnResponse
  readonly wantsBody: WantsBody
}

/**
 * One kept-alive HTTP/1.1 connection that sends prepared requests and reads responses with a Content-Length: the least possible work for a
 * load generator, because it shares the machine with the measured server. Bytes are read into one buffer, without Node's streams.
 */
export class HttpConnection {
  readonly #socket: Socket
  /** The beginning of a response that has not arrived as a whole. */
  #received: Buffer = noBytes
  #waiting: Waiting | null = null

  /** A request may be sent at once; it waits for the connection. */
  constructor(url: string) {
    const { hostname, port } = new URL(url)
    this.#socket = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
      onread: {
        buffer: Buffer.allocUnsafe(readBufferBytes),
        callback: (count, buffer) => {
          this.#take((buffer as Buffer).subarray(0, count))
          return true
        },
      },
    })
    const lost = (): void => this.#fail(new Error('the connection was closed'))
    this.#socket.on('close', lost)
    this.#socket.on('error', lost)
    this.#socket.setTimeout(responseTimeoutMs, () => this.#fail(new Error('no answer came in time')))
  }

  static open(url: string): Promise<HttpConnection> {
    const connection = new HttpConnection(url)
    const socket = connection.#socket
    return new Promise((resolve, reject) => {
      socket.once('error', reject)
      socket.once('connect', () => {
        socket.off('error', reject)
        resolve(connection)
      })
    })
  }

  send(request: Uint8Array): Promise<BenchResponse> {
    return new Promise((resolve, reject) => {
      this.request(request, always, (error, status, body) => {
        if (error) reject(error)
        else resolve({ status, body })
      })
    })
  }

  /** Like `send`, without a promise, and without a copy of a body that is not read. A text must be ASCII. */
  request(request: Uint8Array | string, wantsBody: WantsBody, onResponse: OnResponse): void {
    if (this.#socket.destroyed) return onResponse(new Error('the connection was closed'), 0, noBytes, '')
    this.#waiting = { onResponse, wantsBody }
    if (typeof request === 'string') this.#socket.write(request, 'latin1')
    else this.#socket.write(request)
  }

  /** False once either side has closed it. */
  get isOpen(): boolean {
    return !this.#socket.destroyed
  }

  close(): void {
    this.#socket.destroy()
  }

  /** `chunk` is valid only until this returns. */
  #take(chunk: Buffer): void {
    const all = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
    const headEnd = all.indexOf(headEndBytes)
    if (headEnd < 0) return this.#keep(all, chunk)
    const head = all.toString('latin1', 0, headEnd)
    const status = Number(head.slice(9, 12))
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
    if (length === undefined && status !== 204)
      return this.#fail(new Error(`an answer without Content-Length: ${head}`))
    const bodyStart = headEnd + headEndBytes.length
    const bodyEnd = bodyStart + Number(length ?? 0)
    if (all.length < bodyEnd) return this.#keep(all, chunk)
    const waiting = this.#waiting
    this.#waiting = null
    const body = waiting?.wantsBody(status) ? Buffer.from(all.subarray(bodyStart, bodyEnd)) : noBytes
    this.#received = all.length === bodyEnd ? noBytes : Buffer.from(all.subarray(bodyEnd))
    waiting?.onResponse(null, status, body, head)
  }

  #keep(all: Buffer, chunk: Buffer): void {
    this.#received = all === chunk ? Buffer.from(all) : all
  }

  #fail(error: Error): void {
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.onResponse(error, 0, noBytes, '')
  }
}

export interface RequestParts {
  readonly method: string
  readonly path: string
  readonly token?: string
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as they are. `headers` has their type. */
  readonly bytes?: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

/** The bytes of a request. */
export const requestBytes = ({ method, path, token, body, bytes, headers = {} }: RequestParts): Buffer => {
  const content = bytes ?? Buffer.from(body === undefined ? '' : JSON.stringify(body))
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: bench']
  if (token !== undefined) lines.push(`Authorization: Bearer ${token}`)
  if (body !== undefined) lines.push('Content-Type: application/json')
  if (body !== undefined || bytes !== undefined) lines.push(`Content-Length: ${content.length}`)
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), content])
}

/** One connection for each of `count` loops. */
export const openConnections = (url: string, count: number): Promise<HttpConnection[]> =>
  Promise.all(Array.from({ length: count }, () => HttpConnection.open(url)))
