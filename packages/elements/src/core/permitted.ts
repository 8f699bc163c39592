import { toProblem } from './problem.ts'

/** What a read returns, or `otherwise` to a caller who may not read it. Any other failure stays one. */
export const permitted = <Value, Otherwise>(read: Promise<Value>, otherwise: Otherwise): Promise<Value | Otherwise> =>
  read.catch((error: unknown) => {
    if (toProblem(error).status === 403) return otherwise
    throw error
  })
