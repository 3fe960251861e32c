-- Which of several accounts a person works in: the one chosen last, else the one joined first.
alter table member add column chosen_at timestamptz;
