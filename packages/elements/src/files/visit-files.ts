import type { Attachment, VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import type { Problem } from '../core/problem.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { fileButtons, type FilesTranslate } from './file-buttons.ts'
import { filesMessages } from './files.messages.ts'
import { ShownFiles } from './shown-files.ts'

/** The files of a visit's messages, opened one at a time. */
export class VisitFiles {
  readonly #t: FilesTranslate
  readonly #shown = new ShownFiles()
  readonly #opening: Loader<true>

  constructor(host: VisitElement) {
    this.#t = host.language.bundle(filesMessages)
    host.language.refresh()
    this.#opening = new Loader(host)
    host.addController({ hostDisconnected: () => this.#shown.reset() })
  }

  get problem(): Problem | undefined {
    return this.#opening.problem
  }

  reset(): void {
    this.#opening.reset()
    this.#shown.reset()
  }

  /** Below the text of a message. */
  buttons(client: VisitClient, visitId: string, files: readonly Attachment[]): unknown {
    const actions = this.#shown.actions(
      this.#t('fileName'),
      (work) => {
        if (this.#opening.busy) return
        void this.#opening.run(async (signal) => {
          await work(client, signal)
          return true as const
        })
      },
      visitId,
    )
    return fileButtons(this.#t, files, actions)
  }
}
