import { connect, type Socket } from 'node:net'

export interface BenchResponse {
  readonly status: number
  readonly body: Buffer
}

/** A request without a response after this time has failed. Milliseconds. */
const responseTimeoutMs = 30_000

/**
 * One kept-alive HTTP/1.1 connection that sends prepared bytes and reads responses with a Content-Length: the least possible work for a
 * load generator, because it shares the machine with the measured server.
 */
export class HttpConnection {
  readonly #socket: Socket
  #received: Buffer = Buffer.alloc(0)
  #waiting: { resolve(answer: BenchResponse): void; reject(error: Error): void } | null = null

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => this.#take(chunk))
    const lost = (): void => this.#fail(new Error('the connection was closed'))
    socket.on('close', lost)
    socket.on('error', lost)
    socket.setTimeout(responseTimeoutMs, () => this.#fail(new Error('no answer came in time')))
  }

  static open(url: string): Promise<HttpConnection> {
    const { hostname, port } = new URL(url)
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname)
      socket.once('error', reject)
      socket.once('connect', () => {
        socket.off('error', reject)
        resolve(new HttpConnection(socket))
      })
    })
  }

  send(request: Uint8Array): Promise<BenchResponse> {
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) return reject(new Error('the connection was closed'))
      this.#waiting = { resolve, reject }
      this.#socket.write(request)
    })
  }

  /** False once either side has closed it. */
  get isOpen(): boolean {
    return !this.#socket.destroyed
  }

  close(): void {
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
    const headEnd = this.#received.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    const head = this.#received.toString('latin1', 0, headEnd)
    const status = Number(head.slice(9, 12))
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
    if (length === undefined && status !== 204)
      return this.#fail(new Error(`an answer without Content-Length: ${head}`))
    const bodyEnd = headEnd + 4 + Number(length ?? 0)
    if (this.#received.length < bodyEnd) return
    const body = this.#received.subarray(headEnd + 4, bodyEnd)
    this.#received = this.#received.subarray(bodyEnd)
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.resolve({ status, body })
  }

  #fail(error: Error): void {
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.reject(error)
  }
}

export interface RequestParts {
  readonly method: string
  readonly path: string
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** The bytes of a request. */
export const requestBytes = ({ method, path, token, body, headers = {} }: RequestParts): Buffer => {
  const text = body === undefined ? '' : JSON.stringify(body)
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: bench']
  if (token !== undefined) lines.push(`Authorization: Bearer ${token}`)
  if (body !== undefined) lines.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`)
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text}`)
}

/** One connection for each of `count` loops. */
export const openConnections = (url: string, count: number): Promise<HttpConnection[]> =>
  Promise.all(Array.from({ length: count }, () => HttpConnection.open(url)))
