import { inServer, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const tls = (name: string) => serverTest('tests/tls.test.ts', name)
const listener = 'src/platform/http/create-listener.ts'

export const transport: Promised = {
  subject: 'C18',
  clauses: {
    'Where the server ends TLS itself, it refuses TLS 1.0 and 1.1, and suites without forward secrecy or authenticated encryption':
      [
        inServer(
          'C18-old-versions',
          listener,
          [
            "ciphers, honorCipherOrder: true, minVersion: 'TLSv1.2'",
            "ciphers: 'DEFAULT@SECLEVEL=0', minVersion: 'TLSv1'",
          ],
          tls('refuses TLS 1.0 and 1.1'),
        ),
        inServer(
          'C18-any-suite',
          listener,
          ["  'ECDHE-RSA-AES128-GCM-SHA256',", "  'ECDHE-RSA-AES128-GCM-SHA256',\n  'ECDHE-ECDSA-AES128-SHA',"],
          tls('refuses the weak suite'),
        ),
      ],
    'takes a renewed certificate without a restart': [
      inServer(
        'C18-never-renewed',
        'src/platform/http/create-http-server.ts',
        ['(server as TlsServer).setSecureContext(readTlsOptions(options.tls))', 'readTlsOptions(options.tls)'],
        tls('takes a renewed certificate without a restart'),
      ),
      inServer(
        'C18-a-key-of-another-certificate',
        listener,
        ['if (!new X509Certificate(cert)', 'if (cert.length === 0 && !new X509Certificate(cert)'],
        tls('takes a renewed certificate without a restart'),
      ),
    ],
    'Outgoing connections verify certificates': [
      inServer(
        'C18-certificates-of-others-unverified',
        'src/config.ts',
        ["environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0'", "environment['NODE_TLS_REJECT_UNAUTHORIZED'] === 'no'"],
        tls('production refuses to start where certificates of others are not verified'),
      ),
    ],
    'Production refuses a public URL without TLS, and PostgreSQL without TLS or with any certificate': [
      inServer(
        'C18-public-without-tls',
        'src/config/validate-production.ts',
        ["if (protocol !== 'https:')", "if (protocol === 'ftp:')"],
        serverTest('config/config.test.ts', 'is refused'),
      ),
      inServer(
        'C18-database-without-tls',
        'src/config/validate-production.ts',
        ["if (!['verify-full', 'verify-ca', 'require'].includes(", "if (['off'].includes("],
        serverTest('config/config.test.ts', 'is refused'),
      ),
      inServer(
        'C18-any-certificate-of-the-database',
        'src/config/validate-production.ts',
        ["searchParams.has('uselibpqcompat')", "searchParams.has('')"],
        { ...serverTest('config/config.test.ts', 'is refused'), row: 'a database whose certificate is not verified' },
      ),
    ],
    'keys of an identity provider are fetched over TLS only': [
      inServer(
        'C18-keys-without-tls',
        'src/composition/compose-egress.ts',
        ["requiresTls: config.mode === 'production'", 'requiresTls: false'],
        {
          ...serverTest(
            'tests/registered-without-tls.test.ts',
            'the keys of an identity provider without TLS are fetched',
          ),
          row: 'in production',
        },
      ),
    ],
    'no portal without it is registered': [
      inServer(
        'C18-a-portal-without-tls',
        'src/cli/register-organization.ts',
        ["if (config.mode === 'production') requireTls(file)", ''],
        wholeServerTest('production-start.test.ts', 'without TLS is not registered'),
      ),
    ],
    'HSTS is sent': [
      inServer(
        'C18-no-hsts',
        'src/platform/http/steps/secure-headers.ts',
        ['if (parts.behindTls) response.setHeader', 'if (parts.behindTls && false) response.setHeader'],
        tls('answers over TLS only, and sends HSTS'),
      ),
    ],
  },
}
