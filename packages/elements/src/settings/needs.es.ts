import type { Translation } from '../core/message-types.ts'
import type { needsEn } from './needs.en.ts'

export const needsEs: Translation<typeof needsEn> = {
  captions: 'Necesito subtítulos en las consultas por video',
  captionsHint:
    'Los subtítulos son lo que se dice, escrito en la pantalla. Cuando reserve una consulta por video, preguntamos quién los escribe.',
}
