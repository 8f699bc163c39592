import type { OrderBehavior } from './respond-to-order.ts'
import type { Destination } from './mllp.ts'
import type { ReceivedOrder } from './read-orders.ts'
import type { HospitalResponse, ReportRequest } from './reporter.ts'

/** The laboratory while it runs. */
export interface SimulatedLaboratory {
  readonly port: number
  readonly controlUrl: string
  /** Each test that was ordered or cancelled, in the order of arrival; a repeated message counts once. */
  readonly orders: readonly ReceivedOrder[]
  /** Every message that came, repeats included. */
  readonly messages: readonly string[]
  /** What it does with the next messages, one after the other; then as usual again. */
  script(...behaviors: OrderBehavior[]): void
  reportTo(destination: Destination): void
  report(request: ReportRequest): Promise<HospitalResponse | null>
  /** Bytes as they are, without a frame; null when nothing came back. */
  sendBytes(bytes: Buffer): Promise<Buffer | null>
  stop(): Promise<void>
}
