import type { Translation } from '../core/message-types.ts'
import type { complianceDashboardEn } from './compliance-dashboard.en.ts'

export const complianceDashboardAr = {
  heading: 'برنامج الخصوصية والأمان',
  loading: 'جارٍ تحميل البرنامج',
  back: 'جميع صفحات البرنامج',
  nothingHeading: 'لا يوجد ما يمكنك فعله هنا',
  nothingText: 'يتولى موظفو العيادة برنامج الخصوصية والأمان.',
  due: 'المستحق',
  dueText: 'كل ما يستحق خلال 30 يومًا أو فات موعده.',
  obligations: 'الأعمال المتكررة',
  obligationsText: 'السياسات وتحليل المخاطر والموردون والفحوص والتدريبات.',
  training: 'التدريب',
  trainingText: 'من عليه حضور أي دورة، وإلى متى.',
  access: 'من لديه حق الوصول',
  accessText: 'ما إذا كان كل زميل لا يزال بحاجة إلى أدواره.',
  risks: 'المخاطر',
  risksText: 'ما قد يسوء، وما يُفعل حياله.',
  retention: 'مدة الاحتفاظ',
  retentionText: 'مدة الاحتفاظ بالسجلات، والحجوزات القانونية، وما مُحي.',
  ledger: 'إثبات سجل الوصول',
  ledgerText: 'ما إذا كان يمكن إثبات أن أحدًا لم يغيّره.',
  incidents: 'الحوادث',
  incidentsText: 'ما قد يكون كشف معلومات، ومن يجب إبلاغه وإلى متى.',
} satisfies Translation<typeof complianceDashboardEn>
