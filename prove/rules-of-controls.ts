/** 45 CFR 164, the Security and Privacy Rules of HIPAA. */
const hipaa = (section: string): string => `45 CFR 164.${section}`
/** 45 CFR 170.315, certification criteria for health IT. */
const certification = (paragraph: string): string => `45 CFR 170.315${paragraph}`
/** OWASP Application Security Verification Standard 5.0.0. */
const asvs = (requirement: string): string => `OWASP ASVS 5.0.0 ${requirement}`
/** OWASP API Security Top 10, 2023. */
const api = (risk: string): string => `OWASP ${risk}:2023`

/**
 * Where each control comes from. A control without a rule comes from what health systems ask. A reference says which rule the control is
 * for, and not that the rule is met by it.
 */
export const rulesOfControls: Readonly<Record<string, readonly string[]>> = {
  C01: [hipaa('312(a)(2)(i)')],
  C02: [hipaa('312(d)'), asvs('6.3.3')],
  C03: ['NIST SP 800-63B-4', asvs('6.2')],
  C04: [hipaa('308(a)(5)(ii)(C)'), asvs('6.3.1'), asvs('6.3.8')],
  C05: [hipaa('312(a)(2)(iii)'), asvs('7.3.1')],
  C06: [hipaa('312(a)(2)(iii)'), asvs('7.3.2')],
  C07: [],
  C08: [hipaa('308(a)(3)'), asvs('7.4')],
  C09: [asvs('7.5.3')],
  C10: [hipaa('308(a)(4)'), asvs('8.2.1'), api('API5')],
  C11: [asvs('8.2.2'), api('API1')],
  C12: [hipaa('502(b)'), asvs('8.2.3'), api('API3')],
  C13: [asvs('8.4.1')],
  C14: [hipaa('312(a)(2)(ii)')],
  C15: [hipaa('502(g)')],
  C16: [hipaa('312(a)(2)(iv)')],
  C17: [asvs('11.1.1'), asvs('11.2.2')],
  C18: [hipaa('312(e)'), asvs('12.1.1'), asvs('12.3.1')],
  C19: [asvs('14.2.1')],
  C20: [asvs('14.3.1'), asvs('14.3.2')],
  C21: [asvs('3.4'), asvs('3.5'), asvs('3.6')],
  C22: [hipaa('312(b)')],
  C23: [asvs('16.5.3')],
  C24: ['IHE BALP 1.1'],
  C25: ['IHE BALP 1.1'],
  C26: [certification('(d)(2)'), asvs('16.4.2')],
  C27: [certification('(d)(2)')],
  C28: [certification('(d)(3)')],
  C29: [],
  C30: [],
  C31: [hipaa('528')],
  C32: [hipaa('308(a)(1)(ii)(D)')],
  C33: [hipaa('308(a)(1)(ii)(D)')],
  C34: [hipaa('524'), '45 CFR 171'],
  C35: [hipaa('526')],
  C36: [hipaa('522(a)')],
  C37: [hipaa('522(b)')],
  C38: [hipaa('316(b)(2)')],
  C39: ['State telehealth consent law'],
  C40: ['15 USC 7001(c)'],
  C41: ['State telehealth consent law'],
  C42: ['State recording law'],
  C43: [],
  C44: ['42 CFR 2.31', '42 CFR 2.32', '42 CFR 2.33'],
  C45: [hipaa('508(a)(2)'), '42 CFR 2'],
  C46: ['State licensing law'],
  C47: ['State licensing law'],
  C48: [],
  C49: ['45 CFR 92.201', '45 CFR 84.77'],
  C50: ['45 CFR 84 Subpart I', 'WCAG 2.2 AA'],
  C51: [asvs('2.3.4')],
  C52: [hipaa('308(b)'), hipaa('314(a)')],
  C53: [asvs('13.2.4')],
  C54: [hipaa('308(a)(7)')],
  C55: [],
  C56: [],
  C57: ['21 CFR 1306', '21 CFR 1311'],
  C58: [],
  C59: [hipaa('316')],
  C60: [hipaa('308(a)(8)')],
}
