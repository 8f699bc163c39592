import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { sendOverMllp } from './send-over-mllp.ts'
import { createFrameReader, frame, FrameFault } from './frames.ts'
import { startMllpServer, type MllpServer, type MllpServerOptions } from './mllp-server.ts'
import { anyHost } from '../../../platform/egress/any-host.testing.ts'

let server: MllpServer | null = null
const sockets: Socket[] = []
const faults: string[] = []
const start = async (options: Partial<MllpServerOptions> = {}): Promise<MllpServer> => {
  server = await startMllpServer({
    host: '127.0.0.1',
    port: 0,
    onMessage: async (message) => Buffer.concat([Buffer.from('re: '), message]),
    onFault: (code) => void faults.push(code),
    ...options,
  })
  return server
}
const open = async (port: number): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  sockets.push(socket)
  await once(socket, 'connect')
  return socket
}
const answersOn = async (socket: Socket, count: number): Promise<string[]> => {
  const reader = createFrameReader(1_000_000)
  const answers: string[] = []
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    answers.push(...reader.push(chunk as Buffer).map(String))
    if (answers.length >= count) break
  }
  return answers
}
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await server?.close()
  server = null
  faults.splice(0)
})

test('messages are the same however the network splits them', () => {
  const messages = fc.array(
    fc.uint8Array({ maxLength: 40 }).map((bytes) => bytes.filter((byte) => byte !== 0x1c)),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(messages, fc.array(fc.nat({ max: 12 }), { maxLength: 60 }), (sent, cuts) => {
      const stream = Buffer.concat(sent.map((message) => frame(message)))
      const reader = createFrameReader(1_000)
      const read: Buffer[] = []
      let from = 0
      for (const cut of cuts) read.push(...reader.push(stream.subarray(from, (from += cut))))
      read.push(...reader.push(stream.subarray(from)))
      expect(read.map((each) => each.toString('hex'))).toEqual(sent.map((each) => Buffer.from(each).toString('hex')))
      expect(reader.isOpen).toBe(false)
    }),
  )
})

test('FS before another byte is part of the message', () => {
  expect(createFrameReader(100).push(Buffer.from('\x0ba\x1cb\x1c\r')).map(String)).toEqual(['a\x1cb'])
})

test.each([
  ['the start of the next message', '\x0bMSH|1\x1c\x0bMSH|2\x1c\r', ['MSH|1', 'MSH|2']],
  ['LF', '\x0bMSH|1\x1c\n\x0bMSH|2\x1c\r', ['MSH|1', 'MSH|2']],
])('FS before %s ends a message', (_, stream, read) => {
  expect(createFrameReader(100).push(Buffer.from(stream)).map(String)).toEqual(read)
})

test('a frame without an end is dropped at the next message, wherever the network splits it', () => {
  const stream = Buffer.from('\x0bMSH|lost\rPID|1\x0bMSH|kept\rNTE|a\x0bMS and more\x1c\r')
  for (let cut = 1; cut < stream.length; cut += 1) {
    let unterminated = 0
    const reader = createFrameReader(100, () => (unterminated += 1))
    const read = [...reader.push(stream.subarray(0, cut)), ...reader.push(stream.subarray(cut))]
    // A VT that no message follows is part of a text.
    expect(read.map(String)).toEqual(['MSH|kept\rNTE|a\x0bMS and more'])
    expect(unterminated).toBe(1)
  }
})

test.each([
  ['a message that is too long', () => createFrameReader(10).push(frame(Buffer.alloc(11))), 'too_long'],
  ['one that never ends', () => createFrameReader(10).push(Buffer.alloc(100, 0x0b)), 'too_long'],
  ['bytes between messages', () => createFrameReader(10).push(Buffer.from('GET / HTTP/1.1\r\n'.repeat(5))), 'garbage'],
])('%s is refused', (_, push, code) => {
  expect(push).toThrow(expect.objectContaining({ name: FrameFault.name, code }))
})

describe('a listener', () => {
  test('responds to messages that arrive together one after the other, in order', async () => {
    const { port } = await start()
    const socket = await open(port)
    socket.write(Buffer.concat([frame(Buffer.from('one')), frame(Buffer.from('two')), frame(Buffer.from('three'))]))
    expect(await answersOn(socket, 3)).toEqual(['re: one', 're: two', 're: three'])
  })

  test('responds to a message without the CR at once, and a CR that comes late adds none', async () => {
    const { port } = await start()
    const socket = await open(port)
    socket.write('\x0bMSH|one\x1c')
    expect(await answersOn(socket, 1)).toEqual(['re: MSH|one'])
    socket.write(Buffer.concat([Buffer.from('\r'), frame(Buffer.from('MSH|two'))]))
    expect(await answersOn(socket, 1)).toEqual(['re: MSH|two'])
    expect(faults).toEqual([])
  })

  test('reads the message after one that its sender did not end', async () => {
    const { port } = await start()
    const socket = await open(port)
    socket.write(Buffer.concat([Buffer.from('\x0bMSH|lost'), frame(Buffer.from('MSH|next'))]))
    expect(await answersOn(socket, 1)).toEqual(['re: MSH|next'])
    expect(faults).toEqual(['unterminated'])
  })

  test('disconnects a sender that stops within a message, and serves the others', async () => {
    const { port } = await start({ limits: { messageMs: 30 } })
    const slow = await open(port)
    slow.write('\x0bMSH|')
    const quick = await open(port)
    quick.write(frame(Buffer.from('hello')))
    expect(await answersOn(quick, 1)).toEqual(['re: hello'])
    await once(slow, 'close')
    expect(faults).toEqual(['too_slow'])
  })

  test('disconnects on garbage and on a message that is too long, and reports no content', async () => {
    const { port } = await start({ limits: { maxBytes: 1_000 } })
    const garbage = await open(port)
    garbage.write('x'.repeat(500))
    await once(garbage, 'close')
    const long = await open(port)
    long.write(frame(Buffer.alloc(5_000, 0x41)))
    await once(long, 'close')
    expect(faults).toEqual(['garbage', 'too_long'])
  })

  test('closes without a response if a message could not be handled, so that it is repeated', async () => {
    const { port } = await start({ onMessage: () => Promise.reject(new Error('no')) })
    const socket = await open(port)
    socket.write(frame(Buffer.from('hello')))
    await once(socket, 'close')
    expect(faults).toEqual(['unanswered'])
  })

  test('limits the number of connections', async () => {
    const { port } = await start({ limits: { maxConnections: 1 } })
    const first = await open(port)
    first.write(frame(Buffer.from('a')))
    await answersOn(first, 1)
    const second = await open(port)
    await once(second, 'close')
    first.write(frame(Buffer.from('b')))
    expect(await answersOn(first, 1)).toEqual(['re: b'])
  })

  test('responds to the message under way before it closes', async () => {
    const { promise: handled, resolve: handle } = Promise.withResolvers<void>()
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
    const listening = await start({
      onMessage: async (message) => {
        arrive()
        await handled
        return message
      },
    })
    const socket = await open(listening.port)
    socket.write(frame(Buffer.from('last')))
    await arrived
    const closing = listening.close()
    server = null
    handle()
    expect(await answersOn(socket, 1)).toEqual(['last'])
    await closing
  })
})

describe('a request', () => {
  const soon = (): AbortSignal => AbortSignal.timeout(100)
  const ask = (port: number, signal = AbortSignal.timeout(5_000)): Promise<Uint8Array> =>
    sendOverMllp(
      anyHost,
      { host: '127.0.0.1', port },
      Buffer.from('q'),
      (response) => String(response).startsWith('re: '),
      signal,
    )

  test('ignores responses to other messages', async () => {
    const { port } = await start({
      onMessage: async () => Buffer.concat([Buffer.from('old'), Buffer.from([0x1c, 0x0d, 0x0b]), Buffer.from('re: q')]),
    })
    expect(String(await ask(port))).toBe('re: q')
  })

  test('takes a response without the CR', async () => {
    const { port } = await start({
      onMessage: async () => Buffer.concat([Buffer.from('old'), Buffer.from([0x1c, 0x0b]), Buffer.from('re: q')]),
    })
    expect(String(await ask(port))).toBe('re: q')
  })

  test.each([
    [
      'never answered',
      { onMessage: () => new Promise<never>(() => undefined), limits: { drainMs: 1 } },
      'timeout',
      soon,
    ],
    ['cut off', { onMessage: () => Promise.reject(new Error('no')) }, 'closed', undefined],
  ])('that is %s has an unknown result, and may be sent again', async (_, options, code, signal) => {
    const { port } = await start(options)
    await expect(ask(port, signal?.())).rejects.toMatchObject({ name: 'PartnerUnavailable', code })
  })

  test('without a listener is unavailable', async () => {
    const { port, close } = await start()
    await close()
    server = null
    await expect(ask(port)).rejects.toMatchObject({ name: 'PartnerUnavailable', code: 'econnrefused' })
  })
})
