import type { VisitType } from '@visitkit/sdk'
import { localized } from '../core/format.ts'
import type { TimeView } from './time-view.ts'

/** `Video visit, 25 minutes, cardiology follow-up` */
export const visitText = (
  { host, t }: Pick<TimeView, 'host' | 't'>,
  { modality, minutes, name }: Pick<VisitType, 'modality' | 'minutes' | 'name'>,
): string =>
  t('summary', {
    modality: t(`modality_${modality}`),
    length: host.format.minutes(minutes),
    name: localized(name, host.language.tag),
  })
