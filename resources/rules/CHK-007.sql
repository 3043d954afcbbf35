-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-007   Call not fully described or not reviewed
-- none      data-flow map: protocol, authentication, data, a recent review
-- asks      flow.protocol, flow.authn
-- near      0
select w.id as flow,
       case when w.last_reviewed is null or not exists (select 1 from flow_data m where m.flow = w.id) then 1
            else days(w.last_reviewed, :today) > :max_review_days
                 or case when w.protocol is not null and w.authn is not null then 0 end end as violated
from flow w
