-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-701   Blast radius above limit
-- high      it measures what the design is for: one compromise, small damage
-- critical  it loses more of the data than policy calls grave
-- medium    it loses less of the data than policy calls slight
-- says      One compromise of {source} reaches data or control at {components}{noun}{critical}.
-- fix       Cut the grant, secret or call that the path names.
-- controls  nist-sp-800-207 Section 2; nist-sp-800-207 Section 5.3; nist-csf-2.0 ID.RA-04; nist-csf-2.0 DE.AE-04;
--           owasp-nhi-2025 NHI5:2025
-- source    S1
select b.source as source,
       b.components > :max_blast_components or b.critical
         or case when b.worst_components > :max_blast_components then null else 0 end as violated,
       case when b.score * 100 >= :grave_blast_percent then 'critical'
            when b.score * 100 < :slight_blast_percent then 'medium' end as severity,
       b.components,
       case when b.components = 1 then ' component' else ' components' end as noun,
       case when b.critical then case when b.components = 1 then ', which has' else ', one of which has' end
              || ' criticality 4 and is not called by it' else '' end as critical
from blast b
