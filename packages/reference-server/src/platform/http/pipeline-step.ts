import type { Exchange } from './exchange.ts'

export type Next = (exchange: Exchange) => Promise<void>

/** One step of the pipeline. Continues by returning `next(exchange)`; refuses by throwing a Problem. */
export interface Step {
  /** A verb, as in the table of operation-pipeline.ts. */
  readonly name: string
  readonly run: (exchange: Exchange, next: Next) => Promise<void>
}

/** Joins the steps once, at startup, so that a request creates no closures. */
export const joinSteps = (steps: readonly Step[]): Next =>
  steps.reduceRight<Next>(
    (next, step) => (exchange) => step.run(exchange, next),
    () => Promise.resolve(),
  )
