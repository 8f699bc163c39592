import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { respondToOrder, type OrderBehavior } from './respond-to-order.ts'
import { serveControl } from './control.ts'
import { readHl7 } from './hl7.ts'
import { listen, sendBytes, frameMessage, type Certificate, type Destination } from './mllp.ts'
import { readOrders, type ReceivedOrder } from './read-orders.ts'
import { createReporter, valuesOf } from './reporter.ts'
import type { SimulatedLaboratory } from './simulated-laboratory.ts'

export interface StartLaboratoryOptions {
  /** Of the MLLP listener; 0 picks a free port. */
  readonly port: number
  /** Of the HTTP control API; 0 picks a free port. */
  readonly controlPort: number
  /** The hospital's listener for results. Can be set later. */
  readonly reportTo?: Destination
  /** Receives orders over TLS. */
  readonly tls?: Certificate
  /** Sends a partial and a final report of every order automatically, after this delay. Without it, only requested reports are sent. */
  readonly automatic?: { readonly partialAfterMs: number; readonly finalAfterMs: number }
  /** MSH-3 and MSH-4 of what it sends. */
  readonly application?: string
  readonly facility?: string
  /** An order of this test makes it report a critical value automatically. Default `K`, potassium. */
  readonly criticalTest?: string
  /** Dates messages. Default: the system clock. */
  readonly clock?: () => Date
}

const hospitalTimeoutMs = 10_000

/**
 * A reference laboratory: receives OML^O21 over MLLP, responds with ORL^O22, and reports ORU^R01 to the hospital's listener. Faults
 * (rejections, no response, duplicates, corrections, unknown patients, invalid messages) happen when a test requests them.
 */
export const startLaboratory = async (options: StartLaboratoryOptions): Promise<SimulatedLaboratory> => {
  const {
    application = 'LAB',
    facility = 'EXAMPLE-LAB',
    criticalTest = 'K',
    automatic,
    clock = () => new Date(),
  } = options
  const orders: ReceivedOrder[] = []
  const messages: string[] = []
  const scriptedBehaviors: OrderBehavior[] = []
  const answered = new Map<string, Buffer>()
  const fillerNumbers = new Map<string, string>()
  const done = new Set<string>()
  const cancelled = new Set<string>()
  const stopping = new AbortController()
  const pendingReports = new Set<Promise<void>>()
  let destination: Destination | null = options.reportTo ?? null
  let numbers = 0
  const nextNumber = (): number => (numbers += 1)
  // Another run of the laboratory must not reuse the numbers of this one.
  const run = Date.now().toString(36).toUpperCase()
  const fillerOf = (placerNumber: string): string => {
    const known = fillerNumbers.get(placerNumber) ?? `F${run}-${nextNumber()}`
    fillerNumbers.set(placerNumber, known)
    return known
  }
  const reporter = createReporter({
    destination: () => destination,
    application,
    facility,
    orders,
    clock,
    nextNumber: () => Number(`${Date.now()}${String(nextNumber()).padStart(4, '0')}`),
    waitMs: hospitalTimeoutMs,
  })

  const reportAutomatically = async (
    order: ReceivedOrder,
    { partialAfterMs, finalAfterMs }: NonNullable<typeof automatic>,
  ) => {
    const { placerNumber, test } = order
    const { signal } = stopping
    const final = valuesOf(test, 'F', test === criticalTest)
    const early = valuesOf(test, 'P', false).map(({ loinc }) => loinc)
    await wait(partialAfterMs, undefined, { signal })
    if (cancelled.has(placerNumber)) return
    const partial = final.filter(({ loinc }) => early.includes(loinc))
    await reporter.reportUntilTaken({ placerNumber, status: 'P', values: partial }, signal)
    await wait(finalAfterMs - partialAfterMs, undefined, { signal })
    if (cancelled.has(placerNumber)) return
    done.add(placerNumber)
    await reporter.reportUntilTaken({ placerNumber, status: 'F', values: final }, signal)
  }

  const begin = (work: Promise<void>): void => {
    const ended = work.catch(() => undefined).finally(() => pendingReports.delete(ended))
    pendingReports.add(ended)
  }

  const onMessage = async (bytes: Buffer, socket: Socket): Promise<void> => {
    messages.push(bytes.toString('utf8'))
    const read = readHl7(bytes)
    const header = read.first('MSH')
    if (header === undefined) return
    const behavior = scriptedBehaviors.shift() ?? { do: 'accept' }
    const controlId = header.at(10)
    const isNew = !answered.has(controlId)
    const mine = readOrders(read, fillerOf)
    const isDone = ({ placerNumber }: ReceivedOrder): boolean => done.has(placerNumber)
    const answer = respondToOrder({
      header,
      orders: mine,
      behavior,
      isDone,
      controlId: `A${nextNumber()}`,
      at: clock(),
    })
    // A temporary rejection is not stored: the message is decided when it is sent again.
    const isDecided = behavior.do !== 'reject'
    if (isNew && isDecided) {
      answered.set(controlId, answer)
      orders.push(...mine)
      if (behavior.do !== 'refuse') take(mine, behavior)
    }
    if (behavior.do === 'silence') return
    if (behavior.do === 'drop') return void socket.destroy()
    if (behavior.do === 'nonsense') return void socket.write(frameMessage(Buffer.from('what?\r')))
    if (behavior.do === 'delay') await wait(behavior.ms, undefined, { signal: stopping.signal })
    socket.write(frameMessage((isDecided ? answered.get(controlId) : undefined) ?? answer))
  }
  const take = (mine: readonly ReceivedOrder[], behavior: OrderBehavior): void => {
    for (const [index, order] of mine.entries()) {
      if (order.control === 'CA') {
        if (behavior.do !== 'keep-order' && !done.has(order.placerNumber)) cancelled.add(order.placerNumber)
      } else if (automatic && !(behavior.do === 'accept-first' && index > 0))
        begin(reportAutomatically(order, automatic))
    }
  }

  const listener = await listen(options.port, options.tls ?? null, (bytes, socket) => {
    onMessage(bytes, socket).catch(() => socket.destroy())
  })
  const laboratory = {
    port: listener.port,
    orders,
    messages,
    script: (...behaviors: OrderBehavior[]) => void scriptedBehaviors.push(...behaviors),
    reportTo: (to: Destination) => {
      destination = to
    },
    report: reporter.report,
    sendBytes: async (bytes: Buffer) => {
      if (destination === null) throw new Error('The laboratory has no destination for results.')
      return sendBytes(destination, bytes, hospitalTimeoutMs)
    },
  }
  const control = createServer((request, response) => void serveControl(laboratory, request, response))
  try {
    await new Promise<void>((resolve, reject) => {
      control.once('error', reject)
      control.listen(options.controlPort, '127.0.0.1', resolve)
    })
  } catch (error) {
    await listener.close()
    throw error
  }
  return {
    ...laboratory,
    controlUrl: `http://127.0.0.1:${(control.address() as AddressInfo).port}`,
    stop: async () => {
      stopping.abort()
      control.closeAllConnections()
      await Promise.all([listener.close(), new Promise<void>((resolve) => control.close(() => resolve()))])
      await Promise.all(pendingReports)
    },
  }
}
