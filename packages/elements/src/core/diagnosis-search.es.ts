import type { Translation } from './message-types.ts'
import type { diagnosisSearchEn } from './diagnosis-search.en.ts'

export const diagnosisSearchEs: Translation<typeof diagnosisSearchEn> = {
  synonym: 'coincide con {term}',
  spelling: 'por {term}',
  nothing:
    'No se encontró ningún diagnóstico. Pruebe con la palabra habitual en inglés, una forma corta como htn o el principio de un código como J02.',
  'hint_service-code':
    'Parece un servicio y no un diagnóstico: búsquelo en Servicios. Los códigos CPT tienen licencia y no vienen con este sistema. Un administrador importa su propia copia: visitkit-server import service-codes.',
}
