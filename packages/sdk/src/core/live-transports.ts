/** A transport for live messages: a socket, or a stream of server-sent events where sockets are blocked. */
export interface LiveTransport {
  /** Absent where the transport is one-way. */
  send?: (text: string) => void
  close(): void
}

export interface LiveTransportEvents {
  readonly onOpen: () => void
  readonly onMessage: (text: string) => void
  /** Called once, also when the connection never opens, but not after `close()`. Has the reason if it is known. */
  readonly onLost: (error?: unknown) => void
}

/** Sends the ticket as a subprotocol, because proxies log URLs. */
export function openSocket(
  { WebSocket, url, ticket }: { WebSocket: typeof globalThis.WebSocket; url: string; ticket: string },
  { onOpen, onMessage, onLost }: LiveTransportEvents,
): LiveTransport {
  const socket = new WebSocket(url, ['visitkit.v1', `ticket.${ticket}`])
  const closing = new AbortController()
  socket.addEventListener('open', onOpen, closing)
  socket.addEventListener('message', ({ data }) => typeof data === 'string' && onMessage(data), closing)
  socket.addEventListener('close', () => onLost(), closing)
  return {
    // One that is closing would discard it too, and complain in the console.
    send: (text) => {
      if (socket.readyState === socket.OPEN) socket.send(text)
    },
    close: () => {
      closing.abort()
      socket.close()
    },
  }
}

/** Reads the `data:` lines of an event stream (HTML Living Standard, 9.2.6). A comment counts as an empty message: the heartbeat. */
export function openStream(
  open: (signal: AbortSignal) => Promise<Response>,
  { onOpen, onMessage, onLost }: LiveTransportEvents,
): LiveTransport {
  const closing = new AbortController()
  const read = async (): Promise<void> => {
    const { body } = await open(closing.signal)
    onOpen()
    let rest = ''
    const decoder = new TextDecoder()
    const reader = body?.getReader()
    for (;;) {
      const { done = true, value } = (await reader?.read()) ?? {}
      if (done) return
      const events = (rest + decoder.decode(value, { stream: true }).replaceAll('\r\n', '\n')).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) {
        onMessage(
          event
            .split('\n')
            .flatMap((line) => /^data: ?(.*)/.exec(line)?.[1] ?? [])
            .join('\n'),
        )
      }
    }
  }
  const lost = (error?: unknown): void => {
    if (closing.signal.aborted) return
    closing.abort()
    onLost(error)
  }
  read().then(() => lost(), lost)
  return { close: () => closing.abort() }
}
