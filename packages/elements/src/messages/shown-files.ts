import type { Attachment, VisitClient } from '@visitkit/sdk'
import { saveFile } from '../core/save-file.ts'
import type { FileActions } from './thread-views.ts'

export type FileWork = (client: VisitClient, signal: AbortSignal) => Promise<void>

/** Files that the person has opened. Their URLs are valid in this page only, and are revoked with it. */
export class ShownFiles {
  readonly #urls = new Map<string, string>()

  urlOf = (attachmentId: string): string | undefined => this.#urls.get(attachmentId)

  /** Loads a file to show it. The server detected its type from its content, never from its name. */
  async #show(client: VisitClient, { id, mediaType }: Attachment, signal: AbortSignal): Promise<void> {
    const content = await client.attachments.content(id, { signal })
    this.#urls.set(id, URL.createObjectURL(new Blob([content], { type: mediaType })))
  }

  async #save(client: VisitClient, { id, mediaType }: Attachment, name: string, signal: AbortSignal): Promise<void> {
    const content = await client.attachments.content(id, { signal })
    saveFile(new Blob([content], { type: mediaType }), `${name}.${mediaType === 'application/pdf' ? 'pdf' : 'img'}`)
  }

  reset(): void {
    for (const url of this.#urls.values()) URL.revokeObjectURL(url)
    this.#urls.clear()
  }

  /** What a person can do with a file of a thread. `run` carries out one piece of work at a time. */
  actions(name: string, run: (work: FileWork) => void): FileActions {
    return {
      urlOf: this.urlOf,
      show: (file) => run((client, signal) => this.#show(client, file, signal)),
      save: (file) => run((client, signal) => this.#save(client, file, name, signal)),
    }
  }
}
