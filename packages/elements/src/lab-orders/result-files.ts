import type { VisitClient } from '@visitkit/sdk'
import { ResultFiles } from '../core/result-file.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { LabOrdersTranslate } from './order-form.ts'

export const resultFiles = (host: VisitElement, t: LabOrdersTranslate, client: () => VisitClient | null): ResultFiles =>
  new ResultFiles(host, client, () => ({
    save: t('saveFile'),
    saveOf: (name) => t('saveFileOf', { name }),
    saving: t('savingFile'),
    saved: t('savedFile'),
    fileName: t('fileName'),
    other: t('otherFile'),
  }))
