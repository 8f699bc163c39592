import type { Translation } from './message-types.ts'
import type { diagnosisSearchEn } from './diagnosis-search.en.ts'

export const diagnosisSearchAr: Translation<typeof diagnosisSearchEn> = {
  synonym: 'يطابق {term}',
  spelling: 'بمعنى {term}',
  nothing: 'لم يُعثر على تشخيص. جرّب الكلمة المعتادة بالإنجليزية، أو اختصارًا مثل htn، أو بداية رمز مثل J02.',
  'hint_service-code':
    'يبدو هذا خدمة لا تشخيصًا: ابحث عنه في الخدمات. رموز CPT مرخّصة ولا تأتي مع هذا النظام. يستورد المسؤول نسختكم: visitkit-server import service-codes.',
}
