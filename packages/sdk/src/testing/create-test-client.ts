import { createCalls } from '../core/calls.ts'
import type { LiveState } from '../core/live-connection.ts'
import { createLiveHub } from '../core/live-hub.ts'
import { createWatchFunction } from '../core/live.ts'
import type { VisitClient } from '../create-client.ts'
import { createResources } from '../generated/resources.ts'
import { createMemoryTransport } from './memory-transport.ts'
import type { TestCall, TestHandlers } from './test-handlers.ts'
import { createTestLive, type TestLive } from './test-live.ts'

export interface TestClientOptions {
  /** Shared by several clients of one test. Default: a stream for this client only. */
  live?: TestLive | undefined
  /** The seat from which this client sends signals. */
  seatId?: (() => string | undefined) | undefined
}

/** The client of the real server with a server in memory, and functions for tests. */
export interface TestClient extends VisitClient {
  /** Every call so far. */
  readonly calls: readonly TestCall[]
  /** Every signal sent so far. */
  readonly signals: readonly { visitId: string; to: string | undefined; data: unknown }[]
  /** Subscriptions to live messages that have not ended: none after the page has left what it followed. */
  readonly subscriptions: number
  /** Adds or replaces handlers; `undefined` removes one. */
  setHandlers(handlers: { [Id in keyof TestHandlers]?: TestHandlers[Id] | undefined }): void
  /** Sends a live message to every client on this live stream. */
  emitLive: TestLive['emit']
  /** Sets the state of the live connection, such as disconnected or streaming. */
  setLiveState(state: LiveState): void
  /** Ends the session as the server would, and calls the listeners. */
  endSession(): void
}

/**
 * A client whose server is a set of functions. Answers are typed per operation, so a test that disagrees with the
 * contract does not compile.
 *
 * @example
 * const client = createTestClient({ bookAppointment: () => problem(409, 'slot_taken') })
 */
export function createTestClient(handlers: TestHandlers = {}, options: TestClientOptions = {}): TestClient {
  const current: TestHandlers = { ...handlers }
  const calls: TestCall[] = []
  const signals: { visitId: string; to: string | undefined; data: unknown }[] = []
  const stateListeners = new Set<(state: LiveState) => void>()
  const endListeners = new Set<() => void>()
  const live = options.live ?? createTestLive()
  let subscriptions = 0
  let isClosed = false
  // Only while it follows something: a stream that many clients share does not keep those that are gone.
  let detach: (() => void) | null = null
  const hub = createLiveHub((count) => {
    subscriptions = count
    if (count > 0 && !isClosed) detach ??= live.attach(hub)
    else leave()
  })
  const leave = (): void => {
    detach?.()
    detach = null
  }
  let state: LiveState = 'open'
  const setLiveState = (next: LiveState) => {
    state = next
    stateListeners.forEach((listener) => listener(next))
  }
  const listen = <Listener>(listeners: Set<Listener>, listener: Listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const resources = createResources(createCalls(createMemoryTransport(current, (call) => calls.push(call))))
  return {
    ...resources,
    // In memory there is no request to save.
    together: resources,
    watch: createWatchFunction(hub),
    live: {
      get state() {
        return state
      },
      onState: (listener) => listen(stateListeners, listener),
      sendSignal: async (visitId, to, data) => {
        signals.push({ visitId, to, data })
        const from = options.seatId?.()
        live.emit({ type: 'signal', ids: { visitId }, data, ...(from && { from }) }, hub)
      },
    },
    onSessionEnded: (listener) => listen(endListeners, listener),
    clearSession: () => {},
    stepUp: async () => {},
    close: () => {
      isClosed = true
      leave()
      setLiveState('closed')
    },
    calls,
    signals,
    get subscriptions() {
      return subscriptions
    },
    setHandlers: (more) => void Object.assign(current, more),
    emitLive: live.emit,
    setLiveState,
    endSession: () => endListeners.forEach((listener) => listener()),
  }
}
