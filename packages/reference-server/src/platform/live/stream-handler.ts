import type { ServerResponse } from 'node:http'
import type { Caller } from '../contracts/caller.ts'

export interface StreamRequest {
  readonly caller: Caller
  readonly response: ServerResponse
  /** `Last-Event-ID`, if the client resumes. */
  readonly lastEventId: string | null
}

/** Called once the caller is authenticated and authorized. Owns the response from then on. */
export type StreamHandler = (request: StreamRequest) => void
