import type { TemplateResult } from 'lit'
import type { VisitClient } from '@visitkit/sdk'

/** One tab of the desk. It is loaded when it is first opened. */
export interface DeskPart {
  /** Reads and follows what the tab shows. Called each time the tab is opened. `permissions`: of the person, whose id is `personId`. */
  open(client: VisitClient, signal: AbortSignal, permissions: readonly string[], personId: string | undefined): unknown
  /** Clears all data. Called when the session ends. */
  reset(): void
  /** @param level - Of the headings inside the tab. */
  render(level: number, retry: () => void): TemplateResult
}
