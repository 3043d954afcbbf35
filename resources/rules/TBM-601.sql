-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-601   Component without owner
-- low       nobody decides on its trust or its findings
-- medium    it is a gateway, a BFF or an identity provider
-- says      {component} has no owner.
-- fix       Assign an owner.
-- controls  nist-csf-2.0 GV.RR-02; nist-sp-800-53-r5 CM-8; owasp-api-2023 API9:2023
-- source    S3, S14
-- near      0
select c.id as component,
       c.owner is null as violated,
       case when c.kind in ('api_gateway', 'bff', 'identity_provider') then 'medium' end as severity
from component c
