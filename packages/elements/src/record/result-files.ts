import type { VisitClient } from '@visitkit/sdk'
import { ResultFiles } from '../core/result-file.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { RecordTranslate } from './result-words.ts'

export const resultFiles = (host: VisitElement, t: RecordTranslate, client: () => VisitClient | null): ResultFiles =>
  new ResultFiles(host, client, () => ({
    save: t('download'),
    saveOf: (name) => t('downloadName', { name }),
    saving: t('downloading'),
    saved: t('downloaded'),
    fileName: t('resultFileName'),
    other: t('otherFile'),
  }))
