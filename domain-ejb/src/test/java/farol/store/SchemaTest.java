package farol.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SchemaTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  /** Else each deleted row would cost a scan of the whole other table. */
  @Test
  void findsTheRowsThatGoWithADeletedOneByAnIndex() {
    assertThat(
            names(
                """
                select c.conname from pg_constraint c
                where c.contype = 'f' and not exists (
                  select 1 from pg_index i
                  where i.indrelid = c.conrelid and i.indpred is null
                    and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)
                """))
        .isEmpty();
  }

  @Test
  void namesEveryConstraintAndIndex() {
    assertThat(
            names(
                """
                select conname from pg_constraint c join pg_class t on t.oid = c.conrelid
                where t.relnamespace = 'public'::regnamespace and t.relname <> 'flyway_schema_history'
                  and not t.relispartition and conname !~ case contype when 'p' then '_pk$' when 'u' then '_uk$' when 'f' then '_fk$'
                    when 'c' then '_ck$' else '' end
                union all
                select indexrelid::regclass::text from pg_index i join pg_class t on t.oid = i.indrelid
                where t.relnamespace = 'public'::regnamespace and t.relname <> 'flyway_schema_history'
                  and not t.relispartition and indexrelid::regclass::text !~ '_(pk|uk|ix)$'
                """))
        .isEmpty();
  }

  /** Days are UTC, and so are all times: a type without a zone would be read in the server's. */
  @Test
  void keepsTimesWithTheirZone() {
    assertThat(
            names(
                """
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'public' and table_name <> 'flyway_schema_history'
                  and data_type in ('timestamp without time zone', 'time without time zone')
                """))
        .isEmpty();
  }

  private static List<String> names(String query) {
    return DATABASE.sql().list(query, row -> row.getString(1));
  }
}
