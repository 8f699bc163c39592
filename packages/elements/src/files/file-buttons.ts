import { html, nothing, type TemplateResult } from 'lit'
import type { Attachment } from '@visitkit/sdk'
import { iconDownload } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import type { filesEn } from './files.en.ts'

export type FilesTranslate = Translate<typeof filesEn>

export interface FileActions {
  readonly show: (file: Attachment) => void
  readonly save: (file: Attachment) => void
  /** For images that are shown. */
  readonly urlOf: (attachmentId: string) => string | undefined
}

const fileButton = (t: FilesTranslate, file: Attachment, on: FileActions): TemplateResult => {
  const url = on.urlOf(file.id)
  if (url) return html`<img class="picture" src=${url} alt=${t('kind_image')} />`
  return html`<button
    class="btn small"
    type="button"
    @click=${() => (file.kind === 'image' ? on.show(file) : on.save(file))}
  >
    ${iconDownload} ${t(file.kind === 'image' ? 'open' : 'save')}
  </button>`
}

/** The files of a message, below its text. */
export const fileButtons = (t: FilesTranslate, files: readonly Attachment[], on: FileActions): unknown =>
  files.length === 0 ? nothing : html`<div class="row wrap">${files.map((file) => fileButton(t, file, on))}</div>`
