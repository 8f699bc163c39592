import type { Translation } from '../core/message-types.ts'
import { roleWordsEs } from '../core/role-words.es.ts'
import type { spokenRecordEn } from './spoken-record.en.ts'

export const spokenRecordEs: Translation<typeof spokenRecordEn> = {
  saidBy_patient: 'Usted lo dijo {how}.',
  saidBy_proxy: '{name} lo dijo por usted {how}.',
  how_phone: 'por teléfono',
  how_video: 'por video',
  'how_in-person': 'en persona',
  recorded: 'Anotado en la clínica el {when}, por: {role}.',
  recordedOnly: 'Una persona de la clínica anotó lo que se dijo, el {when}.',
  wrong: '¿No es lo que se dijo? Puede retirarlo o preguntar a la clínica.',
  ask: 'Ver quién lo anotó',
  askOf: 'Ver quién lo anotó: {title}',
  ...roleWordsEs,
}
