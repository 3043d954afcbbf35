-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-412   Federated trust without claim conditions
-- high      any workload at the provider can become this identity
-- says      {identity} is federated without conditions on {lacking}.
-- asks      identity.credential_type, identity.federation_issuer, identity.federation_audience,
--           identity.federation_subject
-- fix       Pin issuer, audience and subject.
-- controls  owasp-nhi-2025 NHI6:2025; nist-csf-2.0 PR.AA-04
-- source    NHI6. "none" and "*" say that there is no condition; a subject with a wildcard before its first slash is
--           open to all organisations
-- near      0
select i.id as identity,
       i.credential_type = 'federated'
         and (lower(i.federation_issuer) in ('none', '*') or lower(i.federation_audience) in ('none', '*')
              or lower(i.federation_subject) = 'none'
              or (instr(i.federation_subject, '*') > 0
                  and instr(i.federation_subject, '*') < instr(i.federation_subject || '/', '/'))) as violated,
       trim(case when lower(i.federation_issuer) in ('none', '*') then ', issuer' else '' end
            || case when lower(i.federation_audience) in ('none', '*') then ', audience' else '' end
            || case when lower(i.federation_subject) = 'none'
                      or (instr(i.federation_subject, '*') > 0
                          and instr(i.federation_subject, '*') < instr(i.federation_subject || '/', '/'))
                    then ', subject' else '' end
            || case when i.federation_issuer is null or i.federation_audience is null or i.federation_subject is null
                    then ', what is not answered' else '' end, ', ') as lacking
from identity i
where (i.credential_type = 'federated') is not 0 and i.kind <> 'human' -- else satisfied
