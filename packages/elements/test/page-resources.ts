/*
 * What the elements hold in the page: listeners of the window and the document, timers, devices, connections and observers of the page.
 * Recorded from the first import, with the line of code that asked for it.
 */

interface Held {
  readonly what: string
  /** The line of the elements or the SDK that asked for it. */
  readonly at: string
  /** What ends by itself, such as a track. */
  readonly isOver?: () => boolean
}

const held = new Map<object | number, Held>()

/** The innermost line of our own code. A timer of a story or of a test is none. */
const askedAt = (): string | undefined => {
  const line = new Error().stack
    ?.split('\n')
    .find((one) => /\/(packages\/)?(elements|sdk)\/(src|test)\//.test(one) && !one.includes('page-resources'))
  return line && !/\.stories\.|\.test\.|\/test\//.test(line)
    ? line
        .replace(/^.*\/(elements|sdk)\/src\//, '$1/')
        .replace(/\?[^:]*/, '')
        .replace(/\)$/, '')
    : undefined
}

const hold = (key: object | number, what: string, isOver?: () => boolean): void => {
  const at = askedAt()
  if (at !== undefined) held.set(key, { what, at, ...(isOver && { isOver }) })
}

/** Targets that live as long as the page. A listener of anything else is collected with it. */
const lasting = (): readonly EventTarget[] => [
  ...[window, document, document.documentElement, document.body],
  ...[navigator.mediaDevices, window.visualViewport, screen.orientation].filter((target) => target !== null),
]

const listeners = new Map<EventTarget, Map<string, object>>()
const keyOf = (type: string, options: unknown): string =>
  `${type} ${typeof options === 'object' && options !== null ? Boolean((options as AddEventListenerOptions).capture) : Boolean(options)}`
const numbers = new WeakMap<object, number>()
let count = 0
const numberOf = (listener: object): number => {
  const known = numbers.get(listener) ?? ++count
  numbers.set(listener, known)
  return known
}

const recordListeners = (): void => {
  const { addEventListener, removeEventListener } = EventTarget.prototype
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    // Called without an object, it is the window's.
    const target = (this as EventTarget | undefined) ?? window
    if (listener && lasting().includes(target)) {
      const { signal, once } = typeof options === 'object' ? options : {}
      const of = listeners.get(target) ?? new Map<string, object>()
      listeners.set(target, of)
      const key = `${keyOf(type, options)} ${numberOf(listener)}`
      if (!signal?.aborted && !once && !of.has(key)) {
        const token = {}
        of.set(key, token)
        hold(token, `a listener of ${type}`)
        const forget = (): void => {
          held.delete(token)
          if (of.get(key) === token) of.delete(key)
        }
        if (signal) addEventListener.call(signal, 'abort', forget, { once: true })
      }
    }
    addEventListener.call(target, type, listener, options)
  }
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = (this as EventTarget | undefined) ?? window
    const of = listeners.get(target)
    const key = listener && `${keyOf(type, options)} ${numberOf(listener)}`
    const token = key && of?.get(key)
    if (token) {
      held.delete(token)
      of?.delete(key)
    }
    removeEventListener.call(target, type, listener, options)
  }
}

/** A pending timeout of less than this ends before anybody notices. */
const LONG_MS = 1500

const recordTimers = (): void => {
  const real = {
    setTimeout: window.setTimeout.bind(window),
    clearTimeout: window.clearTimeout.bind(window),
    setInterval: window.setInterval.bind(window),
    clearInterval: window.clearInterval.bind(window),
  }
  const end = (id: unknown): void => void held.delete(id as number)
  const start = (handler: TimerHandler, ms?: number, ...rest: unknown[]): number => {
    const id = real.setTimeout(
      (...given: unknown[]) => {
        end(id)
        if (typeof handler === 'function') (handler as (...values: unknown[]) => void)(...given)
      },
      ms,
      ...rest,
    ) as unknown as number
    if ((ms ?? 0) >= LONG_MS) hold(id, (ms ?? 0) > 60_000 ? 'a timeout of minutes' : `a timeout of ${ms} ms`)
    return id
  }
  const repeat = (handler: TimerHandler, ms?: number, ...rest: unknown[]): number => {
    const id = real.setInterval(handler as () => void, ms, ...rest) as unknown as number
    hold(id, `an interval of ${ms} ms`)
    return id
  }
  Object.assign(window, {
    setTimeout: start,
    setInterval: repeat,
    clearTimeout: (id: number) => (end(id), real.clearTimeout(id)),
    clearInterval: (id: number) => (end(id), real.clearInterval(id)),
  })
}

const holdTracks = (stream: MediaStream): MediaStream => {
  for (const track of stream.getTracks()) hold(track, `a ${track.kind} track`, () => track.readyState === 'ended')
  return stream
}

const recordMedia = (): void => {
  for (const name of ['getUserMedia', 'getDisplayMedia'] as const) {
    const real = MediaDevices.prototype[name]
    MediaDevices.prototype[name] = function (options) {
      // An answer is a later task: the line that asked is known only now.
      const at = askedAt()
      return real.call(this, options as MediaStreamConstraints).then((stream) => {
        for (const track of stream.getTracks())
          held.set(track, {
            what: `a ${track.kind} track`,
            at: at ?? 'unknown',
            isOver: () => track.readyState === 'ended',
          })
        return stream
      })
    }
  }
  const { captureStream } = HTMLCanvasElement.prototype
  HTMLCanvasElement.prototype.captureStream = function (rate) {
    return holdTracks(captureStream.call(this, rate as number))
  }
  const { clone } = MediaStreamTrack.prototype
  MediaStreamTrack.prototype.clone = function () {
    const track = clone.call(this)
    hold(track, `a ${track.kind} track`, () => track.readyState === 'ended')
    return track
  }
}

const recordScreenLocks = (): void => {
  // Absent in pages without TLS.
  if (!('wakeLock' in navigator)) return
  const { request } = WakeLock.prototype
  WakeLock.prototype.request = function (type) {
    const at = askedAt()
    return request.call(this, type).then((lock) => {
      if (at !== undefined) held.set(lock, { what: 'a lock of the screen', at, isOver: () => lock.released })
      return lock
    })
  }
}

/** Replaces a constructor by one that records what it makes. */
const recordMade = <Name extends 'RTCPeerConnection' | 'WebSocket' | 'AudioContext'>(
  name: Name,
  isOver: (made: InstanceType<(typeof window)[Name]>) => boolean,
): void => {
  window[name] = new Proxy(window[name], {
    construct: (target: object, values: unknown[], newTarget) => {
      const made = Reflect.construct(target as never, values, newTarget) as InstanceType<(typeof window)[Name]>
      hold(made, name, () => isOver(made))
      return made
    },
  }) as never
}

/** Only those of nodes that live as long as the page: others are collected with theirs. */
const recordObservers = (): void => {
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver'] as const) {
    const { observe, disconnect } = window[name].prototype as MutationObserver
    Object.assign(window[name].prototype, {
      observe(this: MutationObserver, target: Node, options?: MutationObserverInit) {
        if (lasting().includes(target)) hold(this, name)
        observe.call(this, target, options)
      },
      disconnect(this: MutationObserver) {
        held.delete(this)
        disconnect.call(this)
      },
    })
  }
}

recordListeners()
recordTimers()
recordMedia()
recordScreenLocks()
recordMade('RTCPeerConnection', ({ connectionState }) => connectionState === 'closed')
recordMade('WebSocket', ({ readyState }) => readyState > 1)
recordMade('AudioContext', ({ state }) => state === 'closed')
recordObservers()

/** One for the page, by intention. */
const ofPage: readonly RegExp[] = [
  // A press has allowed it to sound, and browsers allow few.
  /^AudioContext, elements\/media\/play-chime/,
  // What a person wrote and the server has not taken is tried again for a minute.
  /^a timeout of 4000 ms, elements\/core\/draft-saving/,
]

/** What is held now, such as `an interval of 1000 ms, elements/queue/queue.ts:101:25`. Sorted. */
export const heldInPage = (): string[] => {
  for (const [key, { isOver }] of held) if (isOver?.()) held.delete(key)
  const all = [...held.values()]
  return all
    .filter(({ what, at }) => !ofPage.some((known) => known.test(`${what}, ${at}`)))
    .map(({ what, at }) => `${what}, ${at}`)
    .toSorted()
}
