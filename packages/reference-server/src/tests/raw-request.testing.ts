import { connect } from 'node:net'

/** A request as it is on the wire. */
export interface RawRequest {
  readonly method: string
  readonly target: string
  readonly version?: '1.0' | '1.1'
  /** In this order, repetitions included. `host` and `connection: close` are added unless they are given. */
  readonly headers?: readonly (readonly [name: string, value: string])[]
  readonly body?: string | Uint8Array
}

export interface RawResponse {
  /** Null: the connection was closed without a response. */
  readonly status: number | null
  readonly text: string
}

const written = ({ method, target, version = '1.1', headers = [], body = '' }: RawRequest): Buffer => {
  const given = new Set(headers.map(([name]) => name.toLowerCase()))
  const bytes = Buffer.from(body)
  const all = [
    ...(given.has('host') ? [] : [['host', 'visits.example']]),
    ...(given.has('connection') ? [] : [['connection', 'close']]),
    ...(bytes.length > 0 && !given.has('content-length') && !given.has('transfer-encoding')
      ? [['content-length', String(bytes.length)]]
      : []),
    ...headers,
  ]
  const head = `${method} ${target} HTTP/${version}\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
  return Buffer.concat([Buffer.from(head), bytes])
}

/** The first status line that is not informational. Clients of HTTP 1.0 get 1.1 in it. */
const final = /^(?:HTTP\/1\.1 1\d\d [^\r]*\r\n(?:[^\r]+\r\n)*\r\n)*HTTP\/1\.1 ([2-9]\d\d) /

/**
 * Sends bytes that no client library would send, and resolves with the status of the response. Rejects when the server neither responds nor
 * closes the connection.
 */
export const sendRaw = (port: number, request: RawRequest, patience = 20_000): Promise<RawResponse> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    const end = (act: () => void): void => {
      clearTimeout(waiting)
      socket.destroy()
      act()
    }
    const respond = (): void => {
      const [, status] = final.exec(text) ?? []
      resolve({ status: status === undefined ? null : Number(status), text })
    }
    const waiting = setTimeout(
      () => end(() => reject(new Error(`No response to ${request.method} ${request.target.slice(0, 80)}.`))),
      patience,
    )
    socket.on('data', (bytes: Buffer) => {
      text += bytes.toString('latin1')
      if (final.test(text) && text.includes('\r\n\r\n')) end(respond)
    })
    socket.on('close', () => end(respond))
    // The server may close while a part of the request is still being sent.
    socket.on('error', () => undefined)
    socket.write(written(request))
  })
