import { inServer, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const production = (name: string) => wholeServerTest('production.test.ts', name)
const partners = 'src/composition/compose-partners.ts'
const agreement = 'src/vendors/vendor-agreement.ts'

const byDoctor = serverTest('cli/doctor.test.ts', 'reports each recipient of health information without an agreement')

export const agreementGate: Promised = {
  subject: 'C52',
  clauses: {
    'Nothing is sent without an agreement in force: no room and no seat of video': [
      inServer(
        'C52-video-without-an-agreement',
        'src/composition/compose-video.ts',
        ["gateVendor(provider, { terms, forPatients: config.mode === 'production' })", 'provider'],
        production('not one byte goes to'),
      ),
      inServer(
        'C52-seats-without-an-agreement',
        'src/vendors/video/vendor-gate.ts',
        ["      await permit(...phi, ...(request.mayShareScreen ? (['screenShare'] as const) : []))\n", ''],
        serverTest('vendors/video/vendor-gate.test.ts', 'sends nothing without an agreement'),
      ),
      inServer(
        'C52-rooms-without-an-agreement',
        'src/vendors/video/vendor-gate.ts',
        ['if (provider.thirdParty) requireVendorAgreement', 'if (provider === null) requireVendorAgreement'],
        serverTest('vendors/video/vendor-gate.test.ts', 'sends nothing without an agreement'),
      ),
      inServer(
        'C52-an-account-without-phi',
        'src/vendors/video/vendor-gate.ts',
        ["forPatients ? ['phi'] : []", '[]'],
        serverTest('vendors/video/vendor-gate.test.ts', 'is not for patients there'),
        serverTest('composition/compose-video.test.ts', 'refuses patients'),
      ),
      inServer(
        'C52-any-vendor-may-be-chosen',
        'src/composition/compose-care.ts',
        ['if (provider?.thirdParty !== false) requireVendorAgreement', 'if (provider === null) requireVendorAgreement'],
        production('an organization cannot choose a video vendor'),
      ),
    ],
    'no prescription to the pharmacy network': [
      inServer(
        'C52-pharmacy-without-an-agreement',
        partners,
        ["permit: permit('pharmacy')", 'permit: async () => undefined'],
        production('not one byte goes to'),
      ),
      inServer(
        'C52-the-network-does-not-ask',
        'src/vendors/pharmacy/network/script-network.ts',
        ['    await permit()\n', ''],
        serverTest('vendors/pharmacy/network/script-network.test.ts', 'receives nothing without an agreement'),
      ),
    ],
    'no order to the laboratory': [
      inServer(
        'C52-laboratory-without-an-agreement',
        'src/composition/compose-laboratories.ts',
        ['permit: permit(vendorOfLaboratory(each.id))', 'permit: async () => undefined'],
        production('not one byte goes to'),
      ),
      inServer(
        'C52-the-laboratory-does-not-ask',
        'src/vendors/laboratory/mllp-laboratory.ts',
        ['    await permit()\n', ''],
        serverTest('vendors/laboratory/mllp-laboratory.test.ts', 'no connection is made'),
      ),
      inServer(
        'C52-an-order-does-not-ask',
        'src/domains/labs/operations/place-lab-order.ts',
        ['    await ports.laboratories.of(checked.laboratoryId).permit()\n', ''],
        serverTest('domains/labs/tests/orders.test.ts', 'an NPI, and an agreement with the laboratory'),
      ),
    ],
    'no claim and no question to the clearinghouse': [
      inServer(
        'C52-clearinghouse-without-an-agreement',
        partners,
        ["permit: permit('clearinghouse')", 'permit: async () => undefined'],
        production('not one byte goes to'),
      ),
      inServer(
        'C52-the-mailbox-does-not-ask',
        'src/vendors/clearinghouse/mailbox/mailbox-client.ts',
        ['    await permit()\n', ''],
        serverTest('vendors/clearinghouse/mailbox/mailbox-clearinghouse.test.ts', 'sends nothing without an agreement'),
      ),
    ],
    'no payment to the processor': [
      inServer(
        'C52-payments-without-an-agreement',
        partners,
        ["permit: permit('stripe')", 'permit: async () => undefined'],
        production('not one byte goes to'),
      ),
      inServer(
        'C52-the-processor-does-not-ask',
        'src/vendors/payments/stripe/stripe-client.ts',
        ['    await permit()\n', ''],
        serverTest('vendors/payments/stripe/stripe-processor.test.ts', 'is not sent without an agreement'),
      ),
    ],
    'no e-mail': [
      inServer(
        'C52-mail-without-an-agreement',
        partners,
        ["permit: permit('smtp')", 'permit: async () => undefined'],
        production('not one byte goes to'),
      ),
      inServer(
        'C52-mail-does-not-ask',
        'src/vendors/notifications/smtp/smtp-provider.ts',
        ['      await permit()\n', ''],
        serverTest('vendors/notifications/smtp/smtp-provider.test.ts', 'without an agreement no connection is made'),
      ),
    ],
    'no SMS': [
      inServer(
        'C52-sms-without-an-agreement',
        partners,
        ["permit: permit('telnyx')", 'permit: async () => undefined'],
        production('not one byte goes to'),
      ),
      inServer(
        'C52-sms-does-not-ask',
        'src/vendors/notifications/telnyx/telnyx-provider.ts',
        ['      await permit()\n', ''],
        serverTest('vendors/notifications/telnyx/telnyx-provider.test.ts', 'no connection is made'),
      ),
    ],
    'The agreement is with that vendor, for the region, and has begun and not ended': [
      inServer(
        'C52-any-agreement-will-do',
        agreement,
        ['agreement.vendor === vendor && ', ''],
        serverTest('vendors/video/vendor-gate.test.ts', 'but not when'),
      ),
      inServer(
        'C52-any-region-will-do',
        agreement,
        [' && agreement.region === region', ''],
        serverTest('vendors/video/vendor-gate.test.ts', 'but not when'),
        production('not one byte goes to'),
      ),
      inServer(
        'C52-an-agreement-begins-early',
        agreement,
        ['from <= now && ', ''],
        serverTest('vendors/video/vendor-gate.test.ts', 'but not when'),
      ),
      inServer(
        'C52-an-agreement-never-ends',
        agreement,
        ['(to === null || now < to)', 'true'],
        serverTest('vendors/video/vendor-gate.test.ts', 'but not when'),
        production('not one byte goes to'),
      ),
      inServer(
        'C52-agreements-of-another-region',
        partners,
        ['region: config.region', "region: 'eu'"],
        production('not one byte goes to'),
      ),
    ],
    'the doctor reports each recipient without one, and an agreement that ends within 30 days': [
      inServer(
        'C52-the-doctor-looks-at-video-only',
        'src/cli/check-agreements.ts',
        ['needsAgreement ? name : []', "needsAgreement && name === 'daily' ? name : []"],
        byDoctor,
      ),
      inServer(
        'C52-the-doctor-warns-on-the-last-day',
        'src/cli/check-agreements.ts',
        ['const warnDays = 30', 'const warnDays = 1'],
        byDoctor,
      ),
    ],
  },
}
