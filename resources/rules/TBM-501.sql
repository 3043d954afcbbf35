-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-501   Secret in an unsanctioned store
-- critical  anyone with read access becomes the application
-- high      it lives a day at most
-- says      {component} keeps {secret} in {form}.
-- asks      holding.storage_form
-- fix       Secret manager or credential-less auth; rotate what leaked.
-- edit      update holding set storage_form = 'secret_manager' where secret = :secret and component = :component
-- controls  owasp-nhi-2025 NHI2:2025; nist-sp-800-53-r5 IA-5(7); owasp-asvs-5.0.0 V13.3.1; nist-csf-2.0 PR.AA-01;
--           nist-csf-2.0 PR.DS-01
-- yields    TBM-201 secret component
-- source    NHI2
-- near      0
select s.id as secret, h.component as component,
       h.storage_form in ('source_code', 'image_layer', 'plaintext_config', 'log', 'ticket_or_chat', 'wiki', 'spreadsheet') as violated,
       case when s.lifetime_s <= 86400 then 'high' end as severity,
       case h.storage_form when 'plaintext_config' then 'a plain configuration' when 'source_code' then 'source code'
                          when 'image_layer' then 'an image layer' when 'log' then 'a log' when 'ticket_or_chat' then 'a ticket or chat'
                          when 'wiki' then 'a wiki' when 'spreadsheet' then 'a spreadsheet' else 'an unsanctioned place' end as form
from holding h
join secret s on s.id = h.secret
-- Else it is satisfied.
where (h.storage_form in ('source_code', 'image_layer', 'plaintext_config', 'log', 'ticket_or_chat', 'wiki', 'spreadsheet')) is not 0
