import type { Attachment, VisitClient } from '@visitkit/sdk'
import { saveFile } from '../core/save-file.ts'
import type { FileActions } from './file-buttons.ts'

export type FileWork = (client: VisitClient, signal: AbortSignal) => Promise<void>

/** Files that the person has opened. Their URLs are valid in this page only, and are revoked with it. */
export class ShownFiles {
  readonly #urls = new Map<string, string>()

  urlOf = (attachmentId: string): string | undefined => this.#urls.get(attachmentId)

  /** A file of a visit is also for those who may read the visit and not the record. */
  #load(client: VisitClient, { id }: Attachment, visitId: string | undefined, signal: AbortSignal): Promise<Blob> {
    return visitId === undefined
      ? client.attachments.content(id, { signal })
      : client.attachments.contentInVisit(visitId, id, { signal })
  }

  /**
   * What a person can do with a file of a thread. `run` carries out one piece of work at a time. The server detected the type of a file from
   * its content, never from its name.
   */
  actions(name: string, run: (work: FileWork) => void, visitId?: string): FileActions {
    return {
      urlOf: this.urlOf,
      show: (file) =>
        run(async (client, signal) => {
          const content = await this.#load(client, file, visitId, signal)
          this.#urls.set(file.id, URL.createObjectURL(new Blob([content], { type: file.mediaType })))
        }),
      save: (file) =>
        run(async (client, signal) => {
          const content = await this.#load(client, file, visitId, signal)
          const { mediaType } = file
          saveFile(
            new Blob([content], { type: mediaType }),
            `${name}.${mediaType === 'application/pdf' ? 'pdf' : 'img'}`,
          )
        }),
    }
  }

  reset(): void {
    for (const url of this.#urls.values()) URL.revokeObjectURL(url)
    this.#urls.clear()
  }
}
