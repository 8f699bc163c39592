import type { OrderBehavior } from './respond-to-order.ts'
import type { Destination } from './mllp.ts'
import type { ReceivedOrder } from './read-orders.ts'
import type { HospitalResponse, ReportRequest } from './reporter.ts'

/** A running laboratory. */
export interface SimulatedLaboratory {
  readonly port: number
  readonly controlUrl: string
  /** Each test that was ordered or cancelled, in order of arrival; a repeated message counts once. */
  readonly orders: readonly ReceivedOrder[]
  /** Every message received, repeats included. */
  readonly messages: readonly string[]
  /** How it handles the next messages, one after the other; then the default applies again. */
  script(...behaviors: OrderBehavior[]): void
  reportTo(destination: Destination): void
  report(request: ReportRequest): Promise<HospitalResponse | null>
  /** Sends bytes unchanged, without a frame; null when there was no response. */
  sendBytes(bytes: Buffer): Promise<Buffer | null>
  stop(): Promise<void>
}
