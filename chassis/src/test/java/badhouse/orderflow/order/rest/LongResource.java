package badhouse.orderflow.order.rest;

public final class LongResource {

    public String number1() {
        return "1";
    }

    public String number2() {
        return "2";
    }

    public String number3() {
        return "3";
    }

    public String number4() {
        return "4";
    }

    public String number5() {
        return "5";
    }

    public String number6() {
        return "6";
    }

    public String number7() {
        return "7";
    }

    public String number8() {
        return "8";
    }

    public String number9() {
        return "9";
    }

    public String number10() {
        return "10";
    }

    public String number11() {
        return "11";
    }

    public String number12() {
        return "12";
    }

    public String number13() {
        return "13";
    }

    public String number14() {
        return "14";
    }

    public String number15() {
        return "15";
    }

    public String number16() {
        return "16";
    }

    public String number17() {
        return "17";
    }

    public String number18() {
        return "18";
    }

    public String number19() {
        return "19";
    }

    public String number20() {
        return "20";
    }

    public String number21() {
        return "21";
    }

    public String number22() {
        return "22";
    }

    public String number23() {
        return "23";
    }
}
